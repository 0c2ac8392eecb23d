// One chip's driver alone, as any .NET or nanoFramework project may use it: the AD5754R, four bipolar outputs of 16 bits. Here a model of
// the chip is at the other end of the SPI link, bit by bit; on a real bus the link is
// `new PinSelectedSpi(SpiDevice.Create(settings), pin)`, and nothing else changes.
// Prints every frame as the chip sees it, then what its outputs do.
//     dotnet run -c Release --project examples/chip-driver
using System.Device.Spi;
using System.Globalization;
using MagHopfield.Instrument.Chips.Ad5754;
using MagHopfield.VirtualBoard.Chips.Ad5754;
using MagHopfield.VirtualBoard.Parts;
using MagHopfield.VirtualBoard.Spi;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
VirtualClock clock = new();
Ad5754Model chip = new("DAC1", new Ad5754Parameters(), clock, new SeededNoise(1, "DAC1"));
SpiTrace trace = new(Console.Out);
SpiConnectionSettings settings = new(0) { Mode = SpiMode.Mode1, ClockFrequency = 1_000_000 };
VirtualSpiDevice link = new(settings, chip, clock, new Lock(), trace, gap: 1e-6);

using Ad5754Dac dac = new(link, clock, "DAC1");
dac.Initialise(OutputRange.Bipolar5V);
dac.Write(0, 3.0);
dac.Write(1, -3.0);
clock.Wait(50);
for (int channel = 0; channel < Ad5754Dac.ChannelCount; channel++)
    Console.WriteLine($"output {channel}: code {dac.ReadCode(channel)}, {chip.Voltage(channel):0.000} V");
