using MagHopfield.DeviceMemory.Tests.Recording;
using MagHopfield.Instrument.Ports;

namespace MagHopfield.DeviceMemory.Tests.Uses;

/// <summary>Stands for RmtLine: the pulses of the LEDs as the four bytes each that RMT takes.</summary>
[StandsForHead]
internal sealed class HeadLine : IPulseLine
{
    public HeadLine() => HeapRecorder.Track(this);

    public void Send(IPulseTrain pulses)
    {
        byte[] items = new byte[4 * pulses.PulseCount];
        HeapRecorder.Track(items);
        GC.KeepAlive(items);
    }
}
