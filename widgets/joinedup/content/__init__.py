"""Reading the tables, notebooks and contents of the workbook."""
