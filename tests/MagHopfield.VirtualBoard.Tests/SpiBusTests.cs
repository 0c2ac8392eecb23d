using System.Device.Spi;
using MagHopfield.Instrument.Board;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.VirtualBoard.Tests;

/// <summary>The two SPI buses as hardware/board.md lays them out.</summary>
public sealed class SpiBusTests
{
    [Fact]
    public void ADC_and_switches_share_bus_1_in_mode_3_and_the_DACs_have_bus_2_in_mode_1()
    {
        using BoardModel board = new(StubFilm.Uniform(4), new BoardParameters());
        SpiConnectionSettings measuring = board.SpiDevices[0].ConnectionSettings;
        SpiConnectionSettings dac = board.SpiDevices[1].ConnectionSettings;
        Assert.Equal((BoardPins.MeasureBus, SpiMode.Mode3, 5_000_000), (measuring.BusId, measuring.Mode, measuring.ClockFrequency));
        Assert.Equal((BoardPins.DacBus, SpiMode.Mode1, 1_000_000), (dac.BusId, dac.Mode, dac.ClockFrequency));
        Assert.All(board.SpiDevices.Skip(2), device => Assert.Same(measuring, device.ConnectionSettings));
    }

    [Fact]
    public void A_bus_in_the_wrong_mode_reaches_none_of_its_chips()
    {
        using BoardModel board = new(StubFilm.Uniform(4), new BoardParameters());
        board.SpiDevices[0].ConnectionSettings.Mode = SpiMode.Mode1;
        board.Hardware.NodeSwitches[0].Write([0x01, 0x05]);
        Assert.Equal(0, board.NodeSwitches[0].SwitchData);

        board.SpiDevices[0].ConnectionSettings.Mode = SpiMode.Mode3;
        board.Hardware.NodeSwitches[0].Write([0x01, 0x05]);
        Assert.Equal(0x05, board.NodeSwitches[0].SwitchData);
    }
}
