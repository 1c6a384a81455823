create domain code as varchar(3) collate "de-x-icu" not null check (value <> 'no');
create table t (id code primary key, n int);
insert into t values ('a', 1), ('A', 2), ('ä', 3), ('z', 4), ('Z', 5);
