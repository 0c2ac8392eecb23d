using MagHopfield.DeviceMemory.Tests.Recording;
using MagHopfield.Instrument.Ports;

namespace MagHopfield.DeviceMemory.Tests.Uses;

/// <summary>The pulse gate of the virtual board. What film and circuit make is the host's; what a test does after a pulse is not.</summary>
internal sealed class HostGate(IPulseGate gate) : IPulseGate
{
    /// <summary>Called after each pulse.</summary>
    public static Action? Fired { get; set; }

    public void Fire(int widthMicroseconds)
    {
        HeapRecorder.Aside(() =>
        {
            gate.Fire(widthMicroseconds);
            return 0;
        });
        Fired?.Invoke();
    }
}
