import noCapturedGrowth from './no-captured-growth.js';
import noFunctionStaticGrowth from './no-function-static-growth.js';
import noIncompleteRelease from './no-incomplete-release.js';
import noIneffectiveRelease from './no-ineffective-release.js';
import noLostHandle from './no-lost-handle.js';
import noModuleGrowth from './no-module-growth.js';
import noOverlappingSchedule from './no-overlapping-schedule.js';
import noRepeatedRegistration from './no-repeated-registration.js';
import noSingletonGrowth from './no-singleton-growth.js';
import noStaticGrowth from './no-static-growth.js';
import noUnreleasedResource from './no-unreleased-resource.js';

/** Every rule by its name. */
export const rules = {
  'no-captured-growth': noCapturedGrowth,
  'no-function-static-growth': noFunctionStaticGrowth,
  'no-incomplete-release': noIncompleteRelease,
  'no-ineffective-release': noIneffectiveRelease,
  'no-lost-handle': noLostHandle,
  'no-module-growth': noModuleGrowth,
  'no-overlapping-schedule': noOverlappingSchedule,
  'no-repeated-registration': noRepeatedRegistration,
  'no-singleton-growth': noSingletonGrowth,
  'no-static-growth': noStaticGrowth,
  'no-unreleased-resource': noUnreleasedResource,
};
