using System;
using MagHopfield.Instrument.Display;
using MagHopfield.Instrument.StandAlone;
using MagHopfield.Shared;

namespace MagHopfield.DeviceCheck.Checks;

internal static class StandAloneNetwork
{
    public static void Run(CheckLog log)
    {
        ModelNetwork network = new ModelNetwork(Glyphs.Columns, Glyphs.Rows);
        Pattern letter = Glyphs.Of(Glyphs.Letters[0]);
        long start = DateTime.UtcNow.Ticks;
        network.Train(letter);
        log.Speed("trainings of the stand-alone network", 1, DateTime.UtcNow.Ticks - start);
        start = DateTime.UtcNow.Ticks;
        Pattern recalled = network.Recall(letter.Flip(2).Flip(11).Flip(30));
        log.Speed("recalls of the stand-alone network", 1, DateTime.UtcNow.Ticks - start);
        log.Expect(recalled.SameAs(letter), "a letter with three wrong pixels is recalled");
    }
}
