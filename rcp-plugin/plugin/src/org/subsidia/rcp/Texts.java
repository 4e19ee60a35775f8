package org.subsidia.rcp;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What the workbench says, in the language of the product ({@code -nl fr}). One field a sentence, one line in {@code
 * texts.properties} (English) and {@code texts_fr.properties}.
 */
public final class Texts {
    public static String ok;
    public static String cancel;
    public static String reading;
    public static String findingsMore;

    public static String explorerStructures;
    public static String explorerFunders;

    public static String grantsAll;
    public static String grantsFilter;
    public static String grantsCount;
    public static String grantsCountOf;
    public static String grantsEmpty;
    public static String columnStructure;
    public static String columnFunder;
    public static String columnPurpose;
    public static String columnState;
    public static String columnRequested;
    public static String columnAwarded;
    public static String columnAwardedOn;
    public static String columnStart;
    public static String columnEnd;

    public static String kindStructure;
    public static String kindFunder;
    public static String kindGrant;
    public static String detailNothing;
    public static String detailIdentity;
    public static String detailKind;
    public static String detailLevel;
    public static String detailSiren;
    public static String detailSiret;
    public static String detailRna;
    public static String detailLegalForm;
    public static String detailTerritory;
    public static String detailNuts;
    public static String detailCreated;
    public static String detailGrants;
    public static String detailLabels;
    public static String detailUndated;
    public static String detailNote;
    public static String detailPayer;
    public static String detailDecisionMaker;
    public static String detailOrigin;
    public static String detailReference;
    public static String detailScheme;
    public static String detailNature;
    public static String detailAmounts;
    public static String detailReceived;
    public static String detailDates;
    public static String detailRequest;
    public static String detailDecision;
    public static String detailNotification;
    public static String detailConvention;
    public static String detailReport;
    public static String detailSource;
    public static String detailFileLine;

    public static String chartNothing;
    public static String chartLeftOut;

    public static String fileUntitled;
    public static String fileSaveAs;
    public static String fileNotOpened;
    public static String fileOpenedWithFindings;
    public static String fileNotSaved;
    public static String fileSaved;
    public static String fileNoRecent;
    public static String leaveTitle;
    public static String leaveQuestion;
    public static String leaveSave;
    public static String leaveDiscard;

    public static String undo;
    public static String redo;
    public static String historyOf;
    public static String renameTitle;
    public static String renameQuestion;
    public static String renameBlank;
    public static String renameLabel;
    public static String awardTitle;
    public static String awardQuestion;
    public static String awardBlank;
    public static String awardNegative;
    public static String awardLabel;
    public static String removeTitle;
    public static String removeQuestion;
    public static String removeStructureQuestion;
    public static String remove;
    public static String removeLabel;

    public static String appearanceQuestion;
    public static String appearanceLight;
    public static String appearanceDark;

    public static String scdlTitle;
    public static String scdlFileTitle;
    public static String scdlFileDescription;
    public static String scdlFile;
    public static String scdlBrowse;
    public static String scdlWhose;
    public static String scdlEverybody;
    public static String scdlKnown;
    public static String scdlNumbers;
    public static String scdlNoNumber;
    public static String scdlNoKnown;
    public static String scdlRowsTitle;
    public static String scdlRowsDescription;
    public static String scdlCounts;
    public static String scdlChosen;
    public static String scdlAll;
    public static String scdlNone;
    public static String scdlShow;
    public static String scdlShowAll;
    public static String scdlShowTakeable;
    public static String scdlShowRemarks;
    public static String scdlShowRefused;
    public static String scdlLine;
    public static String scdlOutcome;
    public static String scdlBeneficiary;
    public static String scdlFunder;
    public static String scdlPurpose;
    public static String scdlAmount;
    public static String scdlRemarks;
    public static String scdlNew;
    public static String scdlUpdated;
    public static String scdlUnchanged;
    public static String scdlSkipped;
    public static String scdlRefused;
    public static String scdlRemarksOf;
    public static String scdlRemarksOfFile;
    public static String scdlNoRemarks;
    public static String scdlLabel;
    public static String scdlDone;

    public static String viewFailed;
    public static String explanationTitle;
    public static String explanationHint;
    public static String explanationFigure;
    public static String explanationValue;
    public static String explanationFormula;
    public static String explanationSources;
    public static String explanationRule;
    public static String explanationRecords;
    public static String explanationCopy;
    public static String explanationMore;
    public static String explanationNone;

    public static String fileSavedWithFindings;
    public static String lockTitle;
    public static String lockQuestion;
    public static String lockReadOnly;
    public static String lockTakeOver;
    public static String recoveryTitle;
    public static String recoveryQuestion;
    public static String recoveryRecover;
    public static String recoveryAside;
    public static String backupsTitle;
    public static String backupsQuestion;
    public static String backupsRestore;
    public static String backupsNone;
    public static String backupsNoFile;
    public static String backupsSaved;
    public static String backupsSize;
    public static String backupsBytes;
    public static String backupsKind;
    public static String backupsOpened;
    public static String backupsBefore;
    public static String backupsReason;

    public static String historyWhen;
    public static String historyWho;
    public static String historyWhat;
    public static String historyStart;
    public static String historyHint;
    public static String editRefused;
    public static String fileReadOnly;
    public static String copy;

    public static String calendarList;
    public static String calendarYear;
    public static String calendarShow;
    public static String calendarOpen;
    public static String calendarLate;
    public static String calendarDue;
    public static String calendarAll;
    public static String calendarFilter;
    public static String calendarDate;
    public static String calendarDays;
    public static String calendarWhat;
    public static String calendarWho;
    public static String calendarCertainty;
    public static String calendarCounts;
    public static String calendarNothing;
    public static String calendarEverybody;
    public static String calendarExport;
    public static String calendarFile;
    public static String calendarExported;
    public static String exportFailed;
    public static String exportUnwritable;

    public static String problemsFilter;
    public static String problemsSeverity;
    public static String problemsWhat;
    public static String problemsWhere;
    public static String problemsFix;
    public static String problemsError;
    public static String problemsWarning;
    public static String problemsInformation;
    public static String problemsAdvice;
    public static String problemsRepair;
    public static String problemsGo;
    public static String problemsExplain;
    public static String problemsCounts;
    public static String problemsChoose;
    public static String problemsFixIs;
    public static String problemsLetter;

    public static String cellNoState;
    public static String cellNoDay;
    public static String cellDayOrder;
    public static String cellReadOnly;
    public static String cellLabel;
    public static String pasteLabel;
    public static String pasteRefused;
    public static String pasteWhy;
    public static String pasteCell;
    public static String pasteNothing;
    public static String gridNoGroup;
    public static String gridGroup;
    public static String gridGroupNone;
    public static String gridColumns;
    public static String gridAllColumns;
    public static String gridFilters;
    public static String gridPaste;
    public static String gridExport;
    public static String gridExported;
    public static String gridFile;
    public static String gridTotals;
    public static String gridSelected;

    public static String exportTitle;
    public static String exportDescription;
    public static String exportWhat;
    public static String exportFormat;
    public static String exportGrants;
    public static String exportCalendar;
    public static String exportProblems;
    public static String exportPortfolio;
    public static String exportXlsx;
    public static String exportCsv;
    public static String exportHtml;
    public static String exportIcs;
    public static String exportNoFile;
    public static String exportNoTable;
    public static String exportDone;

    public static String fieldRequired;
    public static String fieldNoChoice;
    public static String fieldRefusal;
    public static String fieldConventionAmount;
    public static String fieldEligibleBase;
    public static String fieldMaximum;
    public static String fieldReported;
    public static String fieldLastClaim;
    public static String detailAccounting;
    public static String fieldIncomeSplit;
    public static String fieldDedicated;
    public static String fieldDepreciationFirst;
    public static String fieldDepreciationLast;
    public static String fieldCondition;
    public static String fieldConditionText;
    public static String fieldConditionFulfilled;
    public static String listYears;
    public static String listYear;
    public static String cellNoYear;
    public static String listLife;
    public static String lifeUnknown;
    public static String listSchedule;
    public static String listClaims;
    public static String listReceipts;
    public static String listEvidence;
    public static String listCofunders;
    public static String listName;
    public static String listRole;
    public static String listDue;
    public static String listAmount;
    public static String listFiled;
    public static String listClaimed;
    public static String listCertifiedOn;
    public static String listCertified;
    public static String listDay;
    public static String listDocument;
    public static String listByEvent;
    public static String listShare;
    public static String listRemainder;
    public static String listOfCertified;
    public static String listAdd;
    public static String listChange;
    public static String roleAdvance;
    public static String roleInterim;
    public static String roleBalance;
    public static String itemHint;
    public static String itemAdded;
    public static String itemChanged;
    public static String itemRemoved;
    public static String cofundersNoProject;
    public static String cofundersNone;
    public static String sourceByHand;

    public static String explorerProgrammes;
    public static String kindProgramme;
    public static String kindCall;
    public static String detailCode;
    public static String detailFund;
    public static String detailMinimum;
    public static String detailOpens;
    public static String detailCloses;

    public static String workAuthor;
    public static String workNotice;
    public static String workLaw;
    public static String workLawNone;
    public static String workLawHint;

    public static String searchTitle;
    public static String searchHint;
    public static String searchMore;

    public static String analysisEmpty;
    public static String analysisExplain;
    public static String analysisYear;
    public static String analysisBudgetYear;
    public static String figureUnknown;
    public static String dependenceSide;
    public static String dependenceBridge;
    public static String dependenceBridgeTo;
    public static String forecastHorizon;
    public static String forecastMonths;
    public static String forecastApplications;
    public static String stressLate;
    public static String stressLess;
    public static String stressSlip;
    public static String stressLeave;
    public static String stressDecommit;
    public static String stressMonths;
    public static String stressPercent;
    public static String stressFrom;
    public static String stressAllFunders;
    public static String stressUnusable;
    public static String eligibilityOffers;
    public static String eligibilityOffer;
    public static String eligibilityAnswer;
    public static String eligibilityCloses;
    public static String eligibilityConditions;
    public static String eligibilityCondition;
    public static String eligibilityFound;
    public static String eligibilityMissing;
    public static String eligibilityChanges;
    public static String eligibilityNothingMissing;
    public static String eligibilityAlready;
    public static String eligibilityDeciding;
    public static String eligibilityFirst;
    public static String eligibilityNoChange;
    public static String eligibilityNone;
    public static String eligibilitySaid;
    public static String eligibilityYes;
    public static String eligibilityNo;
    public static String stateAidRule;
    public static String stateAidAmount;
    public static String stateAidExample;
    public static String stateAidPositive;
    public static String lawDay;
    public static String lawDoubtful;
    public static String lawFilter;
    public static String lawWhat;
    public static String lawValue;
    public static String lawReference;
    public static String lawConfidence;
    public static String lawName;
    public static String lawFrom;
    public static String lawTo;
    public static String lawSource;
    public static String lawNote;
    public static String lawNone;
    public static String lawNoneOn;
    public static String lawHistory;
    public static String lawAbout;
    public static String lawChoose;
    public static String lawCount;
    public static String dashboardCompose;
    public static String dashboardHint;
    public static String dashboardOpen;
    public static String dashboardQuestion;
    public static String dashboardUp;
    public static String dashboardDown;
    public static String tileDependence;
    public static String tileFunding;
    public static String tileCash;
    public static String tileDeadlines;
    public static String tileDeMinimis;
    public static String tileConcentration;
    public static String tileBudget;
    public static String tileNothing;
    public static String tileFailed;

    public static String close;
    public static String scenarioDocument;
    public static String scenarioStartFrom;
    public static String scenarioOpen;
    public static String scenarioSave;
    public static String scenarioSaveAs;
    public static String scenarioPlace;
    public static String scenarioFinding;
    public static String scenarioFindings;
    public static String scenarioUntitled;
    public static String scenarioChecks;
    public static String scenarioWrong;
    public static String scenarioRight;
    public static String scenarioUnsaved;
    public static String scenarioUnsavedQuestion;
    public static String scenarioSaveFirst;
    public static String scenarioDrop;
    public static String scenarioNotOpened;
    public static String scenarioNotSaved;
    public static String scenarioTooLong;
    public static String scenarioNoText;
    public static String simulationStructures;
    public static String simulationDesk;
    public static String simulationTable;
    public static String simulationRun;
    public static String simulationSeek;
    public static String simulationJob;
    public static String simulationReads;
    public static String simulationRuns;
    public static String simulationEffects;
    public static String simulationSensitivity;
    public static String simulationDraws;
    public static String simulationFailed;
    public static String simulationRefused;
    public static String resultsNone;
    public static String resultsRuns;
    public static String resultsHint;
    public static String resultsRemove;
    public static String resultsExport;
    public static String resultsScenario;
    public static String resultsCumulated;
    public static String resultsLastYear;
    public static String resultsLosers;
    public static String resultsBelow;
    public static String resultsOf;
    public static String resultsOutdated;
    public static String seekTitle;
    public static String seekHint;
    public static String seekNumber;
    public static String seekRunway;
    public static String seekShare;
    public static String seekTarget;
    public static String seekAnswer;
    public static String seekStart;
    public static String seekNoShare;
    public static String seekCancelled;
    public static String seekFailed;
    public static String seekLine;
    public static String scenarioAt;

    public static String welcomeTitle;
    public static String welcomeSentence;
    public static String welcomeBegin;
    public static String welcomeSample;
    public static String welcomeNew;
    public static String welcomeOpen;
    public static String welcomeImport;
    public static String welcomeTours;
    public static String welcomeHelp;
    public static String welcomeGuide;
    public static String tourChoose;
    public static String tourStart;
    public static String tourDo;
    public static String tourBack;
    public static String tourAgain;
    public static String tourStep;
    public static String tourOver;
    public static String tourOverHint;
    public static String tourTracking;
    public static String tourAnalysis;
    public static String tourSimulation;
    public static String tourOpen;
    public static String tourTracking1;
    public static String tourTracking2;
    public static String tourTracking3;
    public static String tourTracking4;
    public static String tourTracking5;
    public static String tourAnalysis1;
    public static String tourAnalysis2;
    public static String tourAnalysis3;
    public static String tourAnalysis4;
    public static String tourAnalysis5;
    public static String tourSimulation1;
    public static String tourSimulation2;
    public static String tourSimulation3;
    public static String tourSimulation4;
    public static String guideContents;
    public static String guidePage;

    static {
        ResourceBundle bundle = ResourceBundle.getBundle("org.subsidia.rcp.texts", Locale.getDefault());
        try {
            for (Field field : Texts.class.getFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                    field.set(null, bundle.getString(field.getName()));
                }
            }
        } catch (IllegalAccessException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Texts() {}

    /** {@return the language and region of the product} */
    public static Locale locale() {
        return Locale.getDefault();
    }

    /**
     * A sentence with its arguments.
     *
     * @param pattern in the notation of {@link MessageFormat}
     * @param arguments in the order of the placeholders
     * @return the sentence
     */
    public static String bind(String pattern, Object... arguments) {
        return new MessageFormat(pattern, locale()).format(arguments);
    }
}
