create table t (shop int, code text, price numeric(10,2), primary key (shop, code));
insert into t values (1, 'a', 1), (1, 'b', 2), (2, 'a', 3), (2, 'b', 4), (3, 'a', 5);
