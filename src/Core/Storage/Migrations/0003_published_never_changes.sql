create trigger competency_statements_fixed_update before update on competency_statements
when (select status from competency_versions where key = old.version_key) not in ('Draft', 'InReview')
begin select raise(abort, 'A published version never changes.'); end;

create trigger competency_statements_fixed_delete before delete on competency_statements
when (select status from competency_versions where key = old.version_key) not in ('Draft', 'InReview')
begin select raise(abort, 'A published version never changes.'); end;

create trigger competency_alignments_fixed_update before update on competency_alignments
when (select status from competency_versions where key = old.version_key) not in ('Draft', 'InReview')
begin select raise(abort, 'A published version never changes.'); end;

create trigger competency_alignments_fixed_delete before delete on competency_alignments
when (select status from competency_versions where key = old.version_key) not in ('Draft', 'InReview')
begin select raise(abort, 'A published version never changes.'); end;

create trigger competency_versions_fixed before update of title, description, notice, number, content_hash, extensions
on competency_versions when old.status not in ('Draft', 'InReview')
begin select raise(abort, 'A published version never changes.'); end;

create trigger audit_entries_fixed_update before update on audit_entries
begin select raise(abort, 'An audit entry never changes.'); end;

create trigger audit_entries_fixed_delete before delete on audit_entries
begin select raise(abort, 'An audit entry never changes.'); end;
