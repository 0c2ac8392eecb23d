namespace MagHopfield.Instrument.Ports;

/// <summary>
/// Watches a long operation and can end it. It is called on the thread of the operation, between readings, pulses and recall steps, so
/// its answers must be quick and must not touch the instrument.
/// </summary>
public interface IOperationMonitor
{
    /// <summary>
    /// Whether the operation is to end now. It then opens all switches and leaves with an <see cref="OperationAbortedException"/>. The
    /// answer stays yes until its owner takes it back: no new operation starts before.
    /// </summary>
    bool AbortRequested { get; }

    /// <summary>Tells how far the present stage is; an operation of several stages starts each at 0.</summary>
    /// <param name="done">Steps done: wirings read, or pulses fired.</param>
    /// <param name="total">Steps of the stage, at least 1.</param>
    void Progress(int done, int total);
}
