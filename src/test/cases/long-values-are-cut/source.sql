create table t (id int primary key, a text, b bytea);
insert into t values (1, repeat('x', 300) || 'a', null), (2, repeat('😀', 200), '\x01'), (3, repeat('😀', 201), '\x02');
