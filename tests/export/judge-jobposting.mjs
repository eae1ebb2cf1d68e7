// SPDX-License-Identifier: GPL-3.0-or-later
// judge-jobposting.mjs FILE.html…: what Adobe's validator says against the JobPosting in each page,
// one problem a line. Run from a folder that has the packages of package.json.
import { readFileSync } from 'node:fs';
import Validator from '@adobe/structured-data-validator';
import WebAutoExtractor from '@marbec/web-auto-extractor';

// The validator looks for the country of a single place only; a posting with several of them is
// judged once for each.
function variants(posting) {
  if (!Array.isArray(posting.jobLocation))
    return [posting];
  return posting.jobLocation.map((place) => ({ ...posting, jobLocation: place }));
}

for (const file of process.argv.slice(2)) {
  const html = readFileSync(file, 'utf8');
  const found = new WebAutoExtractor({ addLocation: true, embedSource: ['rdfa', 'microdata'] }).parse(html);
  const postings = found.jsonld?.JobPosting ?? [];

  if (postings.length !== 1)
    console.log(`${file}: ERROR: ${postings.length} postings were found`);
  for (const problem of found.errors ?? [])
    console.log(`${file}: ERROR: ${JSON.stringify(problem)}`);
  for (const posting of postings.flatMap(variants)) {
    const issues = await new Validator().validate({ ...found, jsonld: { JobPosting: [posting] } });

    for (const issue of issues)
      console.log(`${file}: ${issue.severity}: ${issue.issueMessage}`);
  }
}
