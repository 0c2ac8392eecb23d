namespace MagHopfield.Firmware.Tests;

/// <summary>There is one device, as there is one for a program on an ESP32, so tests of the head run one after the other.</summary>
[CollectionDefinition("head", DisableParallelization = true)]
public sealed class HeadCollection;
