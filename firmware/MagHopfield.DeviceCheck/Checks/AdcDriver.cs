using MagHopfield.DeviceCheck.Fakes;
using MagHopfield.Instrument.Chips.Ad7124;

namespace MagHopfield.DeviceCheck.Checks;

internal static class AdcDriver
{
    // Reset and identity, a setup of gain 64, one conversion; with CRC-8 from the third register on.
    private static readonly string[] Frames =
    [
        "FFFFFFFFFFFFFFFF", "4000", "4000", "4500", "0707007C", "4700000000", "01019087", "41000000", "4600000000", "19087675",
        "59000000", "21460020C3", "6100000000", "0980018B", "49000000", "010184EB", "400000", "400000", "4200000000",
    ];

    private static readonly string[] Answers =
    [
        "", "0010", "0000", "0017", "", "0007007C9C", "", "00019001", "00000000EF", "", "000876F3", "", "0046002058", "",
        "0080010D", "", "0080D2", "00005B", "00D1EB85B5",
    ];

    public static void Run(CheckLog log)
    {
        ScriptedChip chip = new ScriptedChip(Frames, Answers);
        Ad7124Adc adc = new Ad7124Adc(chip, new StillClock());
        adc.Reset();
        log.Expect(adc.Identity == 0x17, "the chip is identified");
        adc.Configure(0, Gain.X64, FilterKind.Sinc3, 32, BurnoutCurrent.Off);
        // Code 0xD1EB85 of ±39.0625 mV.
        log.Near(0.025, adc.ReadVolts(AnalogInput.Ain0, AnalogInput.Ain1, 0), 5e-9, "the voltage");
        log.Expect(chip.Wrong == 0 && chip.IsOver, "all frames are those of the data sheet");
    }
}
