create table t (id int primary key, a bool, b bytea, c uuid, d inet, e cidr, f macaddr, g macaddr8, h oid, i "char");
insert into t values
  (1, true, '\x00ff', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', '10.0.0.1/8', '10.0.0.0/8', '08:00:2b:01:02:03', '08:00:2b:01:02:03:04:05', 7, 'x'),
  (2, true, '\x00ff', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', '10.0.0.1/8', '10.0.0.0/8', '08:00:2b:01:02:03', '08:00:2b:01:02:03:04:05', 7, 'x');
