namespace MagHopfield.RaspberryPi.Commands;

/// <summary>What the process answers to its caller, as the command maghopfield does.</summary>
internal static class PiExitCode
{
    /// <summary>Everything ran.</summary>
    public const int Success = 0;

    /// <summary>The command line or the machine is not as it must be.</summary>
    public const int BadInput = 2;

    /// <summary>The instrument stopped: a chip or the gate.</summary>
    public const int InstrumentFault = 3;

    /// <summary>A defect of the program.</summary>
    public const int Defect = 70;
}
