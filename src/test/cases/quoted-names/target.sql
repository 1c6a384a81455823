create schema other;
create table other."Odd ""Name" ("Order" int primary key, "select" text, "ünï cödé" int, migrate_key int, hash int, "a?b" int);
insert into other."Odd ""Name" values (1, 'a', 1, 1, 1, 1), (2, 'B', 3, 2, 3, 4);
