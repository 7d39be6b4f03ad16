import { addFieldTool } from './add-field.ts';
import { addUpTool } from './add-up.ts';
import { answerReplyTool } from './answer-reply.ts';
import { askPerson } from './ask-person.ts';
import { changeSegmentTool } from './change-segment.ts';
import { chooseSuggestionTool } from './choose-suggestion.ts';
import { classifyReply } from './classify-reply.ts';
import { compareAudiences } from './compare-audiences.ts';
import { compareCampaignsTool } from './compare-campaigns.ts';
import { controlCampaignTool } from './control-campaign.ts';
import { copyCampaignTool } from './copy-campaign.ts';
import type { Tool } from './define.ts';
import { deleteSegmentTool } from './delete-segment.ts';
import { describeAudience } from './describe-audience.ts';
import { draftCampaign } from './draft-campaign.ts';
import { dryRunTool } from './dry-run.ts';
import { editCampaignTool } from './edit-campaign.ts';
import { explainCustomerTool } from './explain-customer.ts';
import { findCustomers } from './find-customers.ts';
import { findNearest } from './find-nearest.ts';
import { listCampaignsTool } from './list-campaigns.ts';
import { listReplies } from './list-replies.ts';
import { listSegmentsTool } from './list-segments.ts';
import { listTemplatesTool } from './list-templates.ts';
import { measureReach } from './measure-reach.ts';
import { openCampaign } from './open-campaign.ts';
import { optimiseAudience } from './optimise-audience.ts';
import { pauseEverythingTool } from './pause-everything.ts';
import { previewCampaign } from './preview-campaign.ts';
import { proposeChangeTool } from './propose-change.ts';
import { reportCampaign } from './report-campaign.ts';
import { reportSegment } from './report-segment.ts';
import { requestApprovalTool } from './request-approval.ts';
import { compareVersionsTool, listVersionsTool, restoreVersionTool } from './restore-version.ts';
import {
  changeCampaignTypeTool,
  deleteCampaignTypeTool,
  listCampaignTypesTool,
  saveCampaignTypeTool,
} from './save-campaign-type.ts';
import { saveSegment } from './save-segment.ts';
import { saveTemplateTool } from './save-template.ts';
import { showAudience } from './show-audience.ts';
import { summariseRepliesTool } from './summarise-replies.ts';
import { undoEditTool } from './undo-edit.ts';
import { dropWritingTool, showWriting, writeMessages } from './write-messages.ts';
import { writeOneMessage } from './write-one-message.ts';

const ALL = [
  findCustomers,
  draftCampaign,
  editCampaignTool,
  chooseSuggestionTool,
  undoEditTool,
  openCampaign,
  showAudience,
  previewCampaign,
  dryRunTool,
  explainCustomerTool,
  measureReach,
  compareAudiences,
  describeAudience,
  addUpTool,
  findNearest,
  optimiseAudience,
  requestApprovalTool,
  controlCampaignTool,
  pauseEverythingTool,
  reportCampaign,
  compareCampaignsTool,
  listCampaignsTool,
  listReplies,
  summariseRepliesTool,
  answerReplyTool,
  classifyReply,
  copyCampaignTool,
  saveTemplateTool,
  writeMessages,
  writeOneMessage,
  showWriting,
  dropWritingTool,
  restoreVersionTool,
  listVersionsTool,
  compareVersionsTool,
  listTemplatesTool,
  saveCampaignTypeTool,
  changeCampaignTypeTool,
  deleteCampaignTypeTool,
  listCampaignTypesTool,
  saveSegment,
  listSegmentsTool,
  changeSegmentTool,
  deleteSegmentTool,
  reportSegment,
  proposeChangeTool,
  addFieldTool,
  askPerson,
] as unknown as readonly Tool[];

/** Everything a mind can call, by name. */
export const TOOLS: ReadonlyMap<string, Tool> = new Map(ALL.map((tool) => [tool.name, tool]));
