create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '%', tg_argv[0];
end $$;

create function refuse_change_of_published() returns trigger language plpgsql as $$
begin
    if (select status from competency_versions where key = old.version_key) not in ('Draft', 'InReview') then
        raise exception 'A published version never changes.';
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    return new;
end $$;

create trigger competency_statements_fixed before update or delete on competency_statements
for each row execute function refuse_change_of_published();

create trigger competency_alignments_fixed before update or delete on competency_alignments
for each row execute function refuse_change_of_published();

create trigger competency_versions_fixed before update of title, description, notice, number, content_hash, extensions
on competency_versions for each row when (old.status not in ('Draft', 'InReview'))
execute function refuse_change('A published version never changes.');

create trigger audit_entries_fixed before update or delete on audit_entries
for each row execute function refuse_change('An audit entry never changes.');
