package io.tandem.activity;

import java.util.List;

/** What is new in each of somebody's workspaces. */
public record AllNews(List<News> items) {}
