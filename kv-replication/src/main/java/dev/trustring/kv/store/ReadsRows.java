package dev.trustring.kv.store;

/** Marks a command of an app that has to read the store, and so needs its key (kv-store §5.4). */
interface ReadsRows {}
