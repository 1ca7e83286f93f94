using System.Text.Json;
using Trellis.Core.Text;

namespace Trellis.Core.Guidance.Caseload;

/// <summary>
/// Seals texts that tell something of a person before they are stored, and opens them again. The program that opens the database brings
/// the key: docs/decisions/0014-caseload.md.
/// </summary>
public sealed record PersonalSeal(Func<string, string> Seal, Func<string, string> Open)
{
    public string SealCard(CustomerCard card) => Seal(JsonSerializer.Serialize(card, TextJson.Options));

    public CustomerCard OpenCard(string card) => JsonSerializer.Deserialize<CustomerCard>(Open(card), TextJson.Options) ?? new("", []);
}
