create extension citext;
create table t (code citext collate "C" primary key, n int);
insert into t values ('Anna', 1), ('bernd', 2), ('CARLA', 3), ('Ärger', 4), ('zoë', 5), ('_', 6), ('a-b', 7), ('AB', 8), ('Aa', 9);
