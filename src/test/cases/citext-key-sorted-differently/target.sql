create extension citext;
create table t (code citext collate "de-x-icu" primary key, n int);
insert into t values ('anna', 1), ('BERND', 22), ('carlo', 3), ('Ärger', 4), ('ZOë', 5), ('_', 6), ('A-B', 7), ('ab', 8), ('aA', 9);
