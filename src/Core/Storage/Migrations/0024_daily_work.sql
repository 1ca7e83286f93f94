-- What is done once a day by whichever node comes first.
create table daily_work (
    name text not null primary key,
    day date not null,
    owner text not null,
    at timestamptz not null
);
