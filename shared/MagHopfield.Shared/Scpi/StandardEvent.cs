namespace MagHopfield.Shared.Scpi;

/// <summary>Bits of the standard event status register (IEEE 488.2, 11.5.1).</summary>
public static class StandardEvent
{
    /// <summary>All operations begun before *OPC have ended.</summary>
    public const int OperationComplete = 1;

    /// <summary>−400 … −499.</summary>
    public const int QueryError = 4;

    /// <summary>−300 … −399.</summary>
    public const int DeviceError = 8;

    /// <summary>−200 … −299.</summary>
    public const int ExecutionError = 16;

    /// <summary>−100 … −199.</summary>
    public const int CommandError = 32;

    /// <summary>The instrument was switched on.</summary>
    public const int PowerOn = 128;
}
