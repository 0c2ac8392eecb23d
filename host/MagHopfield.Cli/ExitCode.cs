namespace MagHopfield.Cli;

/// <summary>What the process answers to its caller.</summary>
internal static class ExitCode
{
    /// <summary>Everything ran and passed.</summary>
    public const int Success = 0;

    /// <summary>The run ended, but a check of its results failed.</summary>
    public const int CheckFailed = 1;

    /// <summary>The input is wrong: command line, file, or output folder.</summary>
    public const int BadInput = 2;

    /// <summary>The instrument stopped: a chip, a measurement or the interlock.</summary>
    public const int InstrumentFault = 3;

    /// <summary>A defect of the program.</summary>
    public const int Defect = 70;

    /// <summary>Ended by Ctrl-C, as shells count it.</summary>
    public const int Interrupted = 130;
}
