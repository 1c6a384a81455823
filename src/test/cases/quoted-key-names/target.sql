drop schema if exists "Odd ""Schema""" cascade;
create schema "Odd ""Schema""";
create table "Odd ""Schema"""."T "" t" ("K "" k" text collate "C", "order" int, "N" int, primary key ("K "" k", "order"));
insert into "Odd ""Schema"""."T "" t" values ('a', 1, 1), ('B', 2, 22), ('d', -3, 3);
