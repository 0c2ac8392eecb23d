using System;

namespace MagHopfield.Instrument.Ports;

/// <summary>An operation was ended by its <see cref="IOperationMonitor"/>. All switches are open and the instrument can go on.</summary>
public sealed class OperationAbortedException : Exception
{
    /// <summary>Makes the error.</summary>
    public OperationAbortedException()
        : base("The operation was aborted; all switches are open.")
    {
    }
}
