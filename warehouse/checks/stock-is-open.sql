-- A month's stock counts no more postings than had been met, and asks are at most the stock.
SELECT certificate_id, month, stock, asking FROM marts.certificate_stock WHERE asking > stock OR asking < 0 OR stock < 1
