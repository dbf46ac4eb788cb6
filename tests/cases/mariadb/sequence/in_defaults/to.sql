create sequence s increment by 3;
create table t (id bigint default nextval(s), m int, n int default (m + 1));
