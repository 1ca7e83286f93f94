-- The next day on which something of a plan is due, so that an adviser's desk opens only plans of which something is.
alter table customer_documents add column next_due date;
create index customer_documents_due on customer_documents (next_due);
