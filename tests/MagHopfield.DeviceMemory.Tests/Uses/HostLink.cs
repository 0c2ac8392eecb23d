using MagHopfield.DeviceMemory.Tests.Recording;
using MagHopfield.Instrument.Ports;

namespace MagHopfield.DeviceMemory.Tests.Uses;

/// <summary>A link to a chip model. What the model makes is the host's.</summary>
internal sealed class HostLink(ISpiLink link) : ISpiLink
{
    public static ISpiLink[] All(ISpiLink[] links) => [.. links.Select(link => new HostLink(link))];

    public void Write(byte[] frame) => HeapRecorder.Aside(() =>
    {
        link.Write(frame);
        return 0;
    });

    public void TransferFullDuplex(byte[] send, byte[] receive) => HeapRecorder.Aside(() =>
    {
        link.TransferFullDuplex(send, receive);
        return 0;
    });

    public void Dispose() => link.Dispose();
}
