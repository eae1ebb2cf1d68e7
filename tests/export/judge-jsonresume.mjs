// SPDX-License-Identifier: GPL-3.0-or-later
// judge-jsonresume.mjs FILE.json…: what ajv says against each file by JSON Resume's job schema, one
// problem a line. Run from a folder that has the packages of package.json.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';

const schema = JSON.parse(readFileSync('node_modules/@jsonresume/schema/job-schema.json', 'utf8'));
const ajv = new Ajv({ allErrors: true, strict: false });
addFormats(ajv);
const validate = ajv.compile(schema);

for (const file of process.argv.slice(2)) {
  const job = JSON.parse(readFileSync(file, 'utf8'));
  const unknown = Object.keys(job).filter((name) => !(name in schema.properties));

  for (const name of unknown)
    console.log(`${file}: the schema does not know ${name}`);
  if (!validate(job))
    for (const error of validate.errors)
      console.log(`${file}: ${error.instancePath} ${error.message}`);
}
