import type { WordList } from './lexicon.ts';

/** What no sentence can make happen. Phrases are long, so that they win over their parts. */
export const enRefusals: WordList = {
  refuseDelete:
    'delete all customers|delete customers|delete the customers|delete all the customers|delete every customer|remove all customers from the database|wipe the database|drop the database|drop table|erase all customers|erase everything|delete everything|wipe everything|delete all data|delete all contacts|delete customer|delete the database|erase the database|delete all campaigns|delete|erase|wipe|purge|truncate',
  refuseDestroy:
    'remove all campaigns|remove every campaign|remove the campaigns|delete the evidence|destroy the evidence|delete the audit|delete the log|delete the logs|remove the traces|remove the evidence',
  refuseUntrue:
    'although it is not|although it does not|although they do not|although they have not|even if it is not true|even if it is false|which is not true|that is not true|not true but|pretend|pretend that|make up|made up|falsely|lie to|a lie|a fake',
  refuseBypass:
    'without approval|skip approval|skip the approval|bypass approval|bypass the approval|no approval needed|approval is not needed|approve it yourself|ignore the rules|ignore previous instructions|ignore all previous instructions|ignore your instructions|ignore opt outs|ignore the opt outs|even if they opted out|even those who opted out|including those who opted out|including opted out|regardless of consent|ignore consent|without consent|without asking|send it without asking|no matter the consent|override|auto approve|turn off four eyes|four eyes off|without four eyes|without a second person|disable the approval|turn off the approval|not through the approval|around the approval|approval later|ask for approval later|send first|deliver first|approve later|approve it later|ask later|remove all suppressions|remove the suppressions|lift all suppressions|ignore suppressions|ignore the suppression list|clear the suppression list|clear the opt outs|developer mode|admin mode|debug mode|without a person|without a human|without any person|without anybody|without a click|without review|without checking|skip the check|skip the checks|skip the preview|disable the checks|turn off the checks',
  refuseSecrets:
    'api key|password|passwords|secret|secrets|system prompt|your prompt|your instructions|credentials|token|tokens|other tenants|other workspace|other workspaces|other companies data|another workspace',
};
