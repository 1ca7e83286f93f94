create trigger requirement_profiles_fixed_update before update of kind, version_key, title, note, onet_soc, worksheet_id, employers, number, items, employer, job_title, place, pay_from, pay_to, pay_per, openings, closes_on
on requirement_profiles for each row when (old.status <> 'Draft')
execute function refuse_change('A published requirement profile never changes.');

create trigger requirement_profiles_fixed_delete before delete on requirement_profiles for each row when (old.status <> 'Draft')
execute function refuse_change('A published requirement profile never changes.');

create function refuse_change_of_requirements() returns trigger language plpgsql as $$
begin
    if (select status from requirement_profiles where id = coalesce(new.profile_id, old.profile_id)) <> 'Draft' then
        raise exception 'A published requirement profile never changes.';
    end if;
    return coalesce(new, old);
end $$;

create trigger requirement_items_fixed before insert or update or delete on requirement_items
for each row execute function refuse_change_of_requirements();
