create index audit_entries_who on audit_entries (who);
create index audit_entries_action on audit_entries (action);
