using System.Device.Gpio;
using System.Device.Spi;
using MagHopfield.Instrument.Spi;

namespace MagHopfield.Instrument.Tests;

public sealed class PinSelectedSpiTests
{
    private readonly List<string> _wire = [];

    [Fact]
    public void A_chip_is_selected_for_its_own_frames_only()
    {
        using Bus bus = new(_wire);
        using PinSelectedSpi first = new(bus, new Pin(_wire, 4));
        using PinSelectedSpi second = new(bus, new Pin(_wire, 5));
        _wire.Clear();
        byte[] answer = new byte[2];
        first.Write([0xA5]);
        second.TransferFullDuplex([0x12, 0x34], answer);
        Assert.Equal(["4 Low", "write A5", "4 High", "5 Low", "transfer 1234", "5 High"], _wire);
        Assert.Equal([0xED, 0xCB], answer);
    }

    [Fact]
    public void A_new_link_deselects_its_chip()
    {
        using Bus bus = new(_wire);
        using PinSelectedSpi link = new(bus, new Pin(_wire, 4));
        Assert.Equal(["4 High"], _wire);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_chip_is_deselected_when_the_bus_fails(bool transfer)
    {
        using Bus bus = new(_wire) { Fails = true };
        using PinSelectedSpi link = new(bus, new Pin(_wire, 4));
        Assert.Throws<IOException>(() =>
        {
            if (transfer)
                link.TransferFullDuplex([1], [0]);
            else
                link.Write([1]);
        });
        Assert.Equal(["4 Low", "4 High"], _wire[^2..]);
    }

    [Fact]
    public void A_disposed_link_leaves_the_bus_to_the_others()
    {
        using Bus bus = new(_wire);
        new PinSelectedSpi(bus, new Pin(_wire, 4)).Dispose();
        Assert.False(bus.IsDisposed);
    }

    private sealed class Pin(List<string> wire, int number) : GpioPin(number, null!)
    {
        public override void Write(PinValue value) => wire.Add($"{PinNumber} {value}");
    }

    private sealed class Bus(List<string> wire) : SpiDevice
    {
        public bool Fails { get; init; }

        public bool IsDisposed { get; private set; }

        public override SpiConnectionSettings ConnectionSettings { get; } = new(1);

        public override void Read(Span<byte> buffer) => throw new NotSupportedException("No driver reads without writing.");

        public override void Write(ReadOnlySpan<byte> buffer) => wire.Add(Failed() ?? "write " + Convert.ToHexString(buffer));

        public override void TransferFullDuplex(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer)
        {
            wire.Add(Failed() ?? "transfer " + Convert.ToHexString(writeBuffer));
            for (int i = 0; i < readBuffer.Length; i++)
                readBuffer[i] = (byte)~writeBuffer[i];
        }

        protected override void Dispose(bool disposing) => IsDisposed = true;

        private string? Failed() => Fails ? throw new IOException("The bus failed.") : null;
    }
}
