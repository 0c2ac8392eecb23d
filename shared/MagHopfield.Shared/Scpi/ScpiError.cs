namespace MagHopfield.Shared.Scpi;

/// <summary>Error numbers of SCPI 1999.0 (volume 2, chapter 21) with their standard texts.</summary>
public static class ScpiError
{
    /// <summary>The queue is empty.</summary>
    public const int None = 0;

    /// <summary>A byte that no header or parameter may hold.</summary>
    public const int InvalidCharacter = -101;

    /// <summary>Not to be read as a header or a parameter.</summary>
    public const int Syntax = -102;

    /// <summary>Something else than a comma, a semicolon or the end after a parameter.</summary>
    public const int InvalidSeparator = -103;

    /// <summary>A parameter of another kind than the command takes.</summary>
    public const int DataType = -104;

    /// <summary>More parameters than the command takes.</summary>
    public const int ParameterNotAllowed = -108;

    /// <summary>Fewer parameters than the command takes.</summary>
    public const int MissingParameter = -109;

    /// <summary>A keyword of more than 12 characters.</summary>
    public const int MnemonicTooLong = -112;

    /// <summary>No such command.</summary>
    public const int UndefinedHeader = -113;

    /// <summary>A numeric suffix of a keyword that has none, or one out of range.</summary>
    public const int HeaderSuffix = -114;

    /// <summary>A number that is none.</summary>
    public const int NumericData = -120;

    /// <summary>An exponent beyond ±32000.</summary>
    public const int ExponentTooLarge = -123;

    /// <summary>A number of more than 255 digits.</summary>
    public const int TooManyDigits = -124;

    /// <summary>A unit of another quantity.</summary>
    public const int InvalidSuffix = -131;

    /// <summary>A unit of more than 12 characters.</summary>
    public const int SuffixTooLong = -134;

    /// <summary>A unit where there is none.</summary>
    public const int SuffixNotAllowed = -138;

    /// <summary>A word that the command does not know.</summary>
    public const int InvalidCharacterData = -141;

    /// <summary>A string without its end.</summary>
    public const int InvalidString = -151;

    /// <summary>A block whose length and bytes do not fit.</summary>
    public const int InvalidBlock = -161;

    /// <summary>An expression in parentheses, of which this instrument has none.</summary>
    public const int ExpressionNotAllowed = -178;

    /// <summary>The command could not be carried out.</summary>
    public const int Execution = -200;

    /// <summary>The command does not fit the state of the instrument.</summary>
    public const int SettingsConflict = -221;

    /// <summary>A value out of range.</summary>
    public const int OutOfRange = -222;

    /// <summary>More values than the command takes.</summary>
    public const int TooMuchData = -223;

    /// <summary>A value that is none of those possible.</summary>
    public const int IllegalValue = -224;

    /// <summary>A result that is not there, or no longer valid.</summary>
    public const int StaleData = -230;

    /// <summary>Readings that cannot be right.</summary>
    public const int QuestionableData = -231;

    /// <summary>A chip does not answer as it must.</summary>
    public const int Hardware = -240;

    /// <summary>A fault of the firmware itself.</summary>
    public const int System = -310;

    /// <summary>The flash holds no valid state.</summary>
    public const int Memory = -311;

    /// <summary>The state saved last is lost; one before it is there.</summary>
    public const int SaveRecallMemoryLost = -314;

    /// <summary>What was saved is lost, or a part of it.</summary>
    public const int ConfigurationMemoryLost = -315;

    /// <summary>The self-test found a fault.</summary>
    public const int SelfTest = -330;

    /// <summary>The calibration could not be made.</summary>
    public const int Calibration = -340;

    /// <summary>The queue was full; newer errors are lost.</summary>
    public const int QueueOverflow = -350;

    /// <summary>A message longer than the input buffer.</summary>
    public const int InputOverrun = -363;

    /// <summary>A new message came while the answer to an earlier one was still owed.</summary>
    public const int QueryInterrupted = -410;

    /// <summary>The client ended its sending within a message.</summary>
    public const int QueryUnterminated = -420;

    /// <summary>Standard text of an error number; that of its class where the number is not in the list.</summary>
    /// <param name="number">Error number, 0 or negative.</param>
    public static string Text(int number) => number switch
    {
        None => "No error",
        InvalidCharacter => "Invalid character",
        Syntax => "Syntax error",
        InvalidSeparator => "Invalid separator",
        DataType => "Data type error",
        ParameterNotAllowed => "Parameter not allowed",
        MissingParameter => "Missing parameter",
        MnemonicTooLong => "Program mnemonic too long",
        UndefinedHeader => "Undefined header",
        HeaderSuffix => "Header suffix out of range",
        NumericData => "Numeric data error",
        ExponentTooLarge => "Exponent too large",
        TooManyDigits => "Too many digits",
        InvalidSuffix => "Invalid suffix",
        SuffixTooLong => "Suffix too long",
        SuffixNotAllowed => "Suffix not allowed",
        InvalidCharacterData => "Invalid character data",
        InvalidString => "Invalid string data",
        InvalidBlock => "Invalid block data",
        ExpressionNotAllowed => "Expression data not allowed",
        SettingsConflict => "Settings conflict",
        OutOfRange => "Data out of range",
        TooMuchData => "Too much data",
        IllegalValue => "Illegal parameter value",
        StaleData => "Data corrupt or stale",
        QuestionableData => "Data questionable",
        Hardware => "Hardware error",
        System => "System error",
        Memory => "Memory error",
        SaveRecallMemoryLost => "Save/recall memory lost",
        ConfigurationMemoryLost => "Configuration memory lost",
        SelfTest => "Self-test failed",
        Calibration => "Calibration failed",
        QueueOverflow => "Queue overflow",
        QueryInterrupted => "Query INTERRUPTED",
        QueryUnterminated => "Query UNTERMINATED",
        InputOverrun => "Input buffer overrun",
        > -200 => "Command error",
        > -300 => "Execution error",
        > -400 => "Device-specific error",
        _ => "Query error",
    };

    /// <summary>Bit of the standard event status register (IEEE 488.2, 11.5.1) that an error sets.</summary>
    /// <param name="number">Error number, negative.</param>
    public static int EventBit(int number) => number switch
    {
        > -200 => StandardEvent.CommandError,
        > -300 => StandardEvent.ExecutionError,
        > -400 => StandardEvent.DeviceError,
        _ => StandardEvent.QueryError,
    };
}
