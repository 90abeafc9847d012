.PHONY: check format golden run bench twice

# Everything that a push must pass.
check:
	mvn verify

format:
	mvn -q spotless:apply

# Records reports, tables and the schema anew; look at the diff.
golden:
	mvn -q -pl simulator -am test -Dgolden.update=true

# Every scenario again: other collector, other identity hashes, no compiler; and on a newer JDK.
twice:
	mvn -pl simulator -am process-test-classes surefire:test@default-test -Dtest=FreshJvmTest -Dtwice.all=true -Dsurefire.failIfNoSpecifiedTests=false

run:
	./trustring run simulation-configs/scenarios/home.yaml

bench:
	./trustring bench replicate
	./trustring bench loop
	./trustring bench rings
