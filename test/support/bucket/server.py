"""An S3 server on loopback with one bucket and a user who may use it.

Tells its address and the user's key as a line of JSON, and ends when its input does. Signatures are looked at, as on a real one.
"""
import json
import os
import sys

# Requests that need no key: those of `prepare`.
os.environ["INITIAL_NO_AUTH_ACTION_COUNT"] = "4"

import boto3
from moto.server import ThreadedMotoServer

bucket, port = sys.argv[1], int(sys.argv[2])
server = ThreadedMotoServer(ip_address="127.0.0.1", port=port, verbose=False)
server.start()
url = "http://%s:%d" % server.get_host_and_port()


def client(service):
    return boto3.client(
        service, endpoint_url=url, region_name="us-east-1", aws_access_key_id="none", aws_secret_access_key="none"
    )


def prepare():
    client("s3").create_bucket(Bucket=bucket)
    iam = client("iam")
    iam.create_user(UserName="certworth")
    rights = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}
    iam.put_user_policy(UserName="certworth", PolicyName="bucket", PolicyDocument=json.dumps(rights))
    return iam.create_access_key(UserName="certworth")["AccessKey"]


key = prepare()
print(json.dumps({"url": url, "key": key["AccessKeyId"], "secret": key["SecretAccessKey"]}), flush=True)
sys.stdin.read()
server.stop()
