/**
 * Given names common among people who write adverts in English. They decide only where a cue alone does not ("reach out
 * to Jane", "Jane Doe, Recruiter"). Names that are also places, months, products or plain words are left out.
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  (
    "Aaron Abby Abdul Abigail Adam Adele Adi Aditya Adrian Adriana Adrienne Agnes Ahmad Ahmed Aidan Aimee Aisha Ajay Ajit Akash " +
    "Alan Albert Alberto Alejandro Alejandra Aleksandr Alessandro Alex Alexa Alexander Alexandra Alexis Alfred Ali Alice Alicia " +
    "Alison Alissa Allan Allen Allison Allyson Alyssa Amanda Amber Amelia Amina Amir Amit Amy Ana Anand Anastasia Anders Andre " +
    "Andrea Andreas Andrei Andres Andrew Andy Angela Angie Anil Anita Anjali Ann Anna Annabel Anne Annette Annie Anthony Antoine Anton " +
    "Antonio Anya April Ariana Arjun Arnold Arthur Arun Arvind Ashish Ashley Ashok Ashwin Audrey Avi Ayesha Barbara Barry Beatrice " +
    "Becca Becky Ben Benjamin Bernadette Bernard Bertrand Beth Bethany Betsy Betty Beverly Bianca Bogdan Bonnie Boris Brad Bradley " +
    "Brandi Brandon Brenda Brendan Brent Brett Brian Briana Brianna Bridget Brittany Brooke Bruce Bruno Bryan Bryce Caitlin Caleb " +
    "Cameron Camila Camilla Camille Candace Candice Cara Carl Carla Carlos Carly Carmen Carol Carole Caroline Carolyn Carrie Cassandra " +
    "Cassie Caterina Catherine Cathy Cecilia Celeste Celine Chad Chantal Charlene Charles Charlie Chelsea Cherie Cheryl Chiara Chloe " +
    "Chris Christa Christian Christie Christina Christine Christoph Christopher Christy Chuck Cindy Claire Clara Clare Clarissa " +
    "Claude Claudia Clement Cody Colette Colin Colleen Conor Connor Constance Corey Corinne Courtney Craig Cristina Crystal Curtis " +
    "Cynthia Daisy Damian Damien Dan Dana Daniel Daniela Daniele Danielle Danny Darius Darlene Darren Darryl Daryl Dave David Dawn " +
    "Dean Deanna Debbie Deborah Debra Deepa Deepak Deirdre Denise Dennis Derek Desiree Devin Devon Diana Diane Dianne Diego Dina " +
    "Dinesh Dmitri Dmitry Dominic Dominique Don Donald Donna Dorothy Doug Douglas Drew Duncan Dustin Dwayne Dylan Ed Eddie Edgar " +
    "Eduardo Edward Edwin Eileen Elaine Eleanor Elena Eli Eliana Elias Elisabeth Elise Elizabeth Ella Ellen Ellie Elliot Eloise " +
    "Elsa Emilia Emilie Emily Emma Emmanuel Enrico Enrique Eric Erica Erik Erika Erin Ernest Esther Ethan Eugene Eva Evan Evelyn " +
    "Fabian Fabio Farah Fatima Felicia Felix Fernando Filip Fiona Florian Frances Francesca Francesco Francis Francisco Francois " +
    "Frank Frankie Fred Frederic Frederick Gabriel Gabriela Gabrielle Gail Gareth Gary Gavin Gemma Gene Geoff Geoffrey George Gerald " +
    "Gerard Gillian Gina Giovanni Giulia Giuseppe Glen Glenn Gloria Gordon Graham Greg Gregory Greta Gretchen Guillaume Gustavo Guy " +
    "Gwen Hannah Hans Harold Harriet Harry Harsh Hassan Hayley Hazel Heather Hector Heidi Helen Helena Henrik Henry Herbert Hilary " +
    "Holly Howard Hugh Hugo Ian Ibrahim Igor Ilya Imran Ingrid Irene Irina Iris Isaac Isabel Isabella Isabelle Ismail Ivan Ivana " +
    "Jacinta Jack Jackie Jaclyn Jacob Jacqueline Jacqui Jade Jaime Jake James Jamie Jan Jana Jane Janet Janice Janine Jared Jasmine Jason " +
    "Javier Jay Jean Jeanette Jeanne Jeff Jeffrey Jen Jenn Jenna Jennifer Jenny Jeremy Jerome Jerry Jesse Jessica Jessie Jill " +
    "Jillian Jim Jimmy Jo Joan Joana Joanna Joanne Jodi Jodie Jody Joe Joel Joelle Johan Johanna Johannes John Johnny Jon Jonas " +
    "Jonathan Jorge Jose Joseph Josephine Josh Joshua Juan Juanita Judith Judy Julia Julian Juliana Julie Julien Juliet Juliette " +
    "Justin Kacie Kai Kara Karen Karin Karina Karl Karla Kate Kath Katerina Katrin Katharine Katherine Kathleen Kathryn Kathy Katie Katrina Kavita " +
    "Kayla Kaylee Keith Kelli Kellie Kelly Kelsey Ken Kendra Kenneth Kenny Kerri Kerry Kevin Khalid Kieran Kim Kimberly Kiran " +
    "Kirsten Kirsty Kishan Klaus Kris Krista Kristen Kristin Kristina Kristine Kristy Kunal Kurt Kyle Kylie Lana Lara Larissa Larry " +
    "Lars Laura Lauren Laurence Laurie Lawrence Leah Leanne Lee Leigh Lena Leo Leon Leonard Leonardo Leslie Lewis Liam Lillian Lily " +
    "Lina Linda Lindsay Lindsey Lisa Liz Liza Lloyd Lois Loren Lorena Lorenzo Lori Lorraine Louis Louisa Louise Luca Lucas Lucia " +
    "Lucy Luis Luisa Luke Lydia Lynda Lyndsey Lynn Lynne Madeleine Maggie Mahesh Malcolm Mandy Manish Manoj Manuel Marc Marcel Marcia " +
    "Marco Marcos Marcus Margaret Margarita Maria Mariah Marian Mariana Marianne Marie Marilyn Marina Mario Marisa Marissa Marjorie " +
    "Marlene Marsha Marta Martha Martin Martina Mary Mateo Mathew Mathieu Matt Matteo Matthew Matthias Maureen Maurice Max Maxime " +
    "Maya Megan Meghan Mehmet Mei Melanie Melinda Melissa Mercedes Meredith Michael Michaela Michal Micheal Michele Michelle Miguel " +
    "Mihai Mike Mikhail Milan Mindy Miranda Miriam Misha Mitchell Mohamed Mohammad Mohammed Mohan Molly Mona Monica Monika Monique " +
    "Morgan Muhammad Mustafa Myra Nadia Nadine Nancy Naomi Natalia Natalie Natasha Nathalie Nathan Nathaniel Neal Neha Neil Nelson " +
    "Niamh Nicholas Nick Nicky Nicola Nicole Nicolas Niels Nigel Nikhil Niki Nikita Nikki Nikolai Nina Noah Noel Noelle Nora Norma " +
    "Norman Olga Oliver Olivia Omar Oscar Owen Pablo Paige Pam Pamela Paola Pascal Pat Patricia Patrick Patty Paul Paula Paulina Pauline " +
    "Pavel Pedro Peg Peggy Penny Pete Peter Petra Phil Philip Philippa Philippe Phillip Phyllis Pierre Piotr Polly Pooja Prakash " +
    "Pranav Prashant Pratik Priya Priyanka Rachael Rachel Rafael Rahul Raj Rajesh Rajiv Ralph Ramesh Ramon Randall Randy Raquel " +
    "Rashid Raul Ravi Ray Raymond Rebecca Rebekah Reena Regina Rekha Renata Rene Renee Rhonda Ricardo Richard Rick Ricky Rita Ritu " +
    "Rob Robbie Robert Roberta Roberto Robin Robyn Rod Rodney Rodrigo Roger Rohan Rohit Roland Roman Ron Ronald Rory Rosa Rosalind Rosemary " +
    "Roshan Ross Roxanne Roy Rupert Russell Ruth Ryan Sabrina Sachin Sally Sam Samantha Samir Samuel Sandeep Sandra Sandy Sanjay Santiago " +
    "Sara Sarah Sasha Saul Scott Sean Sebastian Sergei Sergey Sergio Seth Shane Shannon Sharon Shaun Shauna Shawn Sheila Shelby " +
    "Shelley Shelly Sheri Sherri Sherry Shirley Shiva Shreya Sian Sidney Simon Simone Sinead Siobhan Sonia Sonya Sophia Sophie Stacey " +
    "Stacy Stan Stanley Stefan Stefanie Stella Stephan Stephane Stephanie Stephen Steve Steven Stewart Stuart Sue Sunil Suresh Susan " +
    "Susanna Susanne Susie Suzanne Svetlana Sven Sylvia Tamara Tami Tammy Tanya Tara Tariq Tasha Tatiana Ted Terence Teresa Teri Terri " +
    "Terry Tess Tessa Thea Theo Theodore Theresa Thomas Tia Tiffany Tim Timothy Tina Tobias Todd Tom Tomas Tommy Toni Tony Tonya Tracey " +
    "Traci Tracie Tracy Travis Trevor Tricia Trina Trish Tristan Troy Tyler Ursula Valarie Valentina Valeria Valerie Vanessa Vera Veronica " +
    "Vicki Vickie Vicky Victor Vikki Vijay Vikas Vikram Vincent Vinod Vishal Vivek Vivian Vladimir Walter Wanda Warren Wayne Wendy Wesley " +
    "Whitney William Wolfgang Xavier Yasmin Yolanda Yuki Yuri Yusuf Yvette Yvonne Zach Zachary Zack Zahra Zainab Zoe"
  ).split(" "),
);
