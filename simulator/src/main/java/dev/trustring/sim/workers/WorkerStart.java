package dev.trustring.sim.workers;

import dev.trustring.sim.campaign.Campaign;

/**
 * All that a worker is told over its pipe: whose cluster to join, and what to play there. The pipe
 * then stays open for as long as the campaign lives.
 *
 * @param campaign the actor to report to, as Akka writes its address
 * @param key of the cluster
 * @param jobs runs at a time
 */
record WorkerStart(
    WorkerId self, String campaign, ClusterKey key, int jobs, Campaign.Terms terms) {}
