using MagHopfield.Instrument.Board;

namespace MagHopfield.Instrument.Tests;

/// <summary>The numbers in the code are those in hardware/board.md.</summary>
public sealed class BoardPinsTests
{
    private static readonly string[] Rows = File.ReadAllLines(Path.Combine(Root(), "hardware", "board.md"));

    [Fact]
    public void Lines_are_where_the_board_description_says()
    {
        Assert.Contains($"| select `ADC` | {BoardPins.AdcSelect} |", Rows);
        Assert.Contains($"| select `DAC1` | {BoardPins.DacSelect(0)} |", Rows);
        Assert.Contains($"| selects `SW1` … `SW4` | {string.Join(", ", Enumerable.Range(0, 4).Select(BoardPins.NodeSwitchSelect))} |",
            Rows);
        Assert.Contains($"| select `PSW1` | {BoardPins.PulseSwitchSelect(0)} |", Rows);
        Assert.Contains($"| `PULSE_EN` | {BoardPins.PulseEnable} |", Rows);
        Assert.Contains($"| `DAC_CLR` | {BoardPins.DacClear} |", Rows);
        Assert.Contains($"| LED data | {BoardPins.LedData} |", Rows);
        Assert.Contains($"| second UART (SCPI): transmit, receive | {BoardPins.SerialTransmit}, {BoardPins.SerialReceive} |", Rows);
        Assert.Contains($"| supply monitor (ADC1 channel 0) | {BoardPins.SupplyMonitor} |", Rows);
        Assert.Contains($"| pulse monitor (ADC1 channel 3) | {BoardPins.PulseMonitor} |", Rows);
        Assert.Contains(
            $"| buttons pattern, train, recall | {BoardPins.ButtonPattern}, {BoardPins.ButtonTrain}, {BoardPins.ButtonRecall} |", Rows);
    }

    [Fact]
    public void Buses_are_where_the_board_description_says()
    {
        string measure = $"| {BoardPins.MeasureBus}, measuring | 3 | {BoardPins.MeasureClock / 1_000_000} MHz | {BoardPins.MeasureMosi} | "
            + $"{BoardPins.MeasureMiso} | {BoardPins.MeasureSclk} |";
        Assert.Contains(Rows, row => row.StartsWith(measure, StringComparison.Ordinal));
        Assert.Contains(Rows, row =>
            row.StartsWith($"| {BoardPins.DacBus}, DAC | 1 | {BoardPins.DacClock / 1_000_000} MHz", StringComparison.Ordinal)
            && row.Contains($"| {BoardPins.DacMosi} | {BoardPins.DacMiso} | {BoardPins.DacSclk} |", StringComparison.Ordinal));
    }

    [Fact]
    public void No_pin_has_two_lines()
    {
        int[] pins =
        [
            BoardPins.AdcSelect, BoardPins.DacSelect(0), .. Enumerable.Range(0, 4).Select(BoardPins.NodeSwitchSelect),
                BoardPins.PulseSwitchSelect(0),
            BoardPins.DacClear, BoardPins.PulseEnable, BoardPins.LedData, BoardPins.MeasureMosi, BoardPins.MeasureMiso,
                BoardPins.MeasureSclk,
            BoardPins.DacMosi, BoardPins.DacMiso, BoardPins.DacSclk, BoardPins.SerialTransmit, BoardPins.SerialReceive,
            BoardPins.SupplyMonitor, BoardPins.PulseMonitor, BoardPins.ButtonPattern, BoardPins.ButtonTrain, BoardPins.ButtonRecall,
        ];
        Assert.Equal(pins.Length, pins.Distinct().Count());
    }

    private static string Root()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MagHopfield.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"No MagHopfield.sln above {AppContext.BaseDirectory}.");

        return folder.FullName;
    }
}
