using MagHopfield.Film.Learning;
using MagHopfield.Instrument.StandAlone;
using MagHopfield.RaspberryPi.Wiring;

namespace MagHopfield.RaspberryPi.Tests;

public sealed class DemoFramesTests
{
    private static readonly DemoButton[] Presses =
        [
            DemoButton.Pattern, DemoButton.Train, DemoButton.Distort, DemoButton.Recall, DemoButton.Pattern, DemoButton.Train,
            DemoButton.Distort, DemoButton.Recall,
        ];

    [Fact]
    public void A_whole_demo_by_buttons_sends_the_frames_that_the_ESP32_sends()
    {
        using Esp32Reference esp32 = new(OjaFilm.Niu2024());
        foreach (DemoButton button in Presses)
            esp32.Press(button);

        using HeadFixture head = new(OjaFilm.Niu2024());
        foreach (DemoButton button in Presses)
            Press(head, button);

        Assert.Equal(esp32.Said, head.Said);
        Assert.Empty(head.Pi.Faults);
        Assert.Empty(head.Pi.Board.Hazards);
        Assert.True(esp32.Board.Pulses.Count > 0);
        Assert.Equal(esp32.Board.Pulses.Select(p => p.Width), head.Pi.Board.Pulses.Select(p => p.Width));
        Assert.Equal(esp32.Board.Panel.Leds.Colours, head.Pi.Leds.Colours);
        Assert.Equal(0, head.Pi.Leds.BadPulses);

        string[] expected = esp32.Frames;
        Assert.True(expected.Length > 1000);
        Assert.Equal(expected.Select(Out), head.Pi.Frames.Select(Out));
    }

    // Chip and bytes to it; what the ADC answers holds noise that depends on the time of the reading.
    private static string Out(string frame) => frame[..frame.LastIndexOf('\t')];

    private static void Press(HeadFixture head, DemoButton button)
    {
        int pin = button switch
        {
            DemoButton.Train => PiPins.ButtonTrain,
            DemoButton.Recall => PiPins.ButtonRecall,
            _ => PiPins.ButtonPattern,
        };
        head.Press(pin, button == DemoButton.Distort ? 700 : 60);
    }
}
