create sequence s increment by 3;
create table t (id bigint default nextval(s), n int default (n + 1), m int);
