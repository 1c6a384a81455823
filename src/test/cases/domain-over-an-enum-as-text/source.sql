create schema other;
create type other."Mood" as enum ('sad', 'ok', 'happy', 'wild');
create domain feeling as other."Mood" check (value <> 'wild');
create table t (m feeling primary key, n int);
insert into t values ('sad', 1), ('ok', 2), ('happy', 3);
