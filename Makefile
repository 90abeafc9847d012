.PHONY: check format golden run bench

# Everything that a push must pass.
check:
	mvn verify

format:
	mvn -q spotless:apply

# Records reports, tables and the schema anew; look at the diff.
golden:
	mvn -q -pl simulator -am test -Dgolden.update=true

run:
	./trustring run simulation-configs/scenarios/home.yaml

bench:
	./trustring bench replicate
	./trustring bench loop
	./trustring bench rings
