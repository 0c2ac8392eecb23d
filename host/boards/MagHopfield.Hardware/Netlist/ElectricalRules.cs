namespace MagHopfield.Hardware.Netlist;

/// <summary>What every netlist must keep: the rules of an electrical rules check.</summary>
public static class ElectricalRules
{
    /// <summary>Violations, one line each; empty for a sound board.</summary>
    /// <param name="design">The board.</param>
    public static IReadOnlyList<string> Violations(BoardDesign design)
    {
        List<string> found = [];
        foreach (IGrouping<string, Part> twice in design.Parts.GroupBy(p => p.Reference).Where(g => g.Count() > 1))
            found.Add($"The designator {twice.Key} is given {twice.Count()} times.");

        foreach (Part part in design.Parts)
        {
            foreach (IGrouping<string, Pin> twice in part.Pins.GroupBy(p => p.Number).Where(g => g.Count() > 1))
                found.Add($"{part.Reference} has pin {twice.Key} {twice.Count()} times.");

            foreach (Pin open in part.Pins.Where(p => p.Net is null && p.Kind is PinKind.PowerIn or PinKind.Input && p.Net is null))
                found.Add($"{part.Reference} pin {open.Number} ({open.Name}) is an input and left open.");
        }

        foreach ((string net, List<(Part Part, Pin Pin)> pins) in design.Nets())
        {
            if (pins.Count == 1)
                found.Add($"The net {net} ends at {pins[0].Part.Reference} pin {pins[0].Pin.Number} alone.");

            List<(Part Part, Pin Pin)> outputs = [.. pins.Where(p => p.Pin.Kind is PinKind.Output)];
            if (outputs.Count > 1)
                found.Add($"The net {net} is driven by {string.Join(" and ", outputs.Select(p => p.Part.Reference))} at once.");

            bool takes = pins.Any(p => p.Pin.Kind is PinKind.PowerIn);
            bool gives = pins.Any(p => p.Pin.Kind is PinKind.PowerOut);
            if (takes && !gives)
                found.Add($"The supply net {net} has no source.");

            if (pins.Count(p => p.Pin.Kind is PinKind.PowerOut) > 1)
            {
                found.Add(
                    $"The supply net {net} has two sources: "
                    + $"{string.Join(", ", pins.Where(p => p.Pin.Kind is PinKind.PowerOut).Select(p => p.Part.Reference))}.");
            }
        }

        return found;
    }
}
