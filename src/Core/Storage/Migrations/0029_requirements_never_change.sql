create trigger requirement_profiles_fixed_update before update of kind, version_key, title, note, onet_soc, worksheet_id, employers, number, items, employer, job_title, place, pay_from, pay_to, pay_per, openings, closes_on
on requirement_profiles when old.status <> 'Draft'
begin select raise(abort, 'A published requirement profile never changes.'); end;

create trigger requirement_profiles_fixed_delete before delete on requirement_profiles when old.status <> 'Draft'
begin select raise(abort, 'A published requirement profile never changes.'); end;

create trigger requirement_items_fixed_insert before insert on requirement_items
when (select status from requirement_profiles where id = new.profile_id) <> 'Draft'
begin select raise(abort, 'A published requirement profile never changes.'); end;

create trigger requirement_items_fixed_update before update on requirement_items
when (select status from requirement_profiles where id = old.profile_id) <> 'Draft'
begin select raise(abort, 'A published requirement profile never changes.'); end;

create trigger requirement_items_fixed_delete before delete on requirement_items
when (select status from requirement_profiles where id = old.profile_id) <> 'Draft'
begin select raise(abort, 'A published requirement profile never changes.'); end;
