using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Trellis.Core.Storage;

namespace Trellis.Web.Access;

/// <summary>Keeps the framework's protection keys in the database, so that every node reads the same cookies.</summary>
public sealed class ProtectionKeys(DbSource source) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = source.Open();
        return [.. db.ProtectionKeys.Select(k => k.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = source.Open();
        db.Add(new ProtectionKey { Id = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
